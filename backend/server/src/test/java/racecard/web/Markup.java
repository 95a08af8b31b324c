package racecard.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as its tags: whether they are balanced, and what its forms would post. */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile(
          "<!--.*?-->|<!doctype[^>]*>|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*?)(/?)>",
          Pattern.DOTALL);
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Set<String> VOID =
      Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final String html;

  Markup(String html) {
    this.html = html;
  }

  /** What is wrong with the nesting; empty when every tag that opens is closed in order. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", ""));
    while (tag.find()) {
      String name = tag.group(2);
      if (name == null || VOID.contains(name) || !tag.group(4).isEmpty()) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        faults.add("</" + name + "> closes nothing at " + tag.start());
      }
    }
    open.forEach(name -> faults.add("<" + name + "> is never closed"));
    return faults;
  }

  /** The text of the page's title. */
  String title() {
    return first("<title>([^<]*)</title>");
  }

  /** What the first group finds first; empty when nothing is found. */
  String first(String regex) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The hidden fields of each form that posts to {@code action}: names and values in turn. */
  List<List<String>> hidden(String action) {
    return FORM.matcher(html)
        .results()
        .filter(form -> form.group(1).equals(action))
        .map(form ->
            HIDDEN
                .matcher(form.group(2))
                .results()
                .flatMap(input ->
                    List.of(attribute(input.group(), "name"), attribute(input.group(), "value"))
                        .stream())
                .toList())
        .toList();
  }

  private static String attribute(String tag, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? matcher.group(1).replace("&#39;", "'").replace("&amp;", "&") : "";
  }
}
