package racecard.web.page;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import racecard.view.Frame;
import racecard.view.Frame.Place;
import racecard.web.http.Rooms;
import racecard.web.safety.FormToken;
import racecard.web.safety.Login;

/** What surrounds every page, made in this one place. */
public final class Frames {
  private final Rooms rooms;
  private final FormToken formToken;
  private final Login login;
  private final HostLine hostLine;

  /** Frames that tell how {@code rooms} stand. */
  public Frames(Rooms rooms, FormToken formToken, Login login) {
    this.rooms = rooms;
    this.formToken = formToken;
    this.login = login;
    this.hostLine = new HostLine(rooms, new Times(rooms.clock()));
  }

  /** The frame of a page that stays as it is. */
  public Frame of(Context ctx, Place place, String title) {
    return of(ctx, place, title, null);
  }

  /** The frame of a page that a browser without JavaScript loads again every {@code seconds}. */
  public Frame refreshing(Context ctx, Place place, String title, int seconds) {
    return of(ctx, place, title, seconds);
  }

  /** A frame that tells nothing and asks no room: for errors, which may have any reason. */
  public static Frame bare(String title) {
    return new Frame(title, Place.ELSEWHERE, 0, null, Version.text(), "", null, null);
  }

  /** The token that forms on this page send. */
  public String csrf(Context ctx) {
    return formToken.of(ctx);
  }

  private Frame of(Context ctx, Place place, String title, @Nullable Integer refreshS) {
    return new Frame(
        title,
        place,
        Math.toIntExact(rooms.jobs().queued()),
        hostLine.now(),
        Version.text(),
        formToken.of(ctx),
        refreshS,
        login.required() ? "/logout" : null);
  }
}
