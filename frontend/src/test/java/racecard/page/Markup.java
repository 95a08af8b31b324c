package racecard.page;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of a page or a fragment, read strictly: what a browser would repair is an error. */
record Markup(List<Element> elements) {
  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "hr", "img");
  private static final Set<String> NOT_IN_P =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "dl",
          "table",
          "form",
          "section",
          "header",
          "footer",
          "nav",
          "main",
          "h1",
          "h2",
          "h3",
          "pre",
          "details",
          "fieldset",
          "article");
  private static final Set<String> NOT_IN_ITSELF = Set.of("form", "a", "button", "label");
  private static final Pattern TAG =
      Pattern.compile(
          "<!doctype html>|<(/?)([a-zA-Z][\\w-]*)((?:\\s+[^\\s=<>\"'/]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)\\s*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=<>\"'/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'))?");

  /** A start tag with its attributes. */
  record Element(String name, Map<String, String> attributes) {
    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    String value(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  static Markup read(String html) {
    List<Element> elements = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    int end = 0;
    while (tag.find(end)) {
      text(html, end, tag.start());
      end = tag.end();
      String name = tag.group(2);
      if (name == null) {
        continue;
      }
      if (!tag.group(1).isEmpty()) {
        close(name, open, html, tag.start());
        continue;
      }
      elements.add(element(name, tag.group(3), html, tag.start()));
      if (!EMPTY.contains(name)) {
        mayStart(name, open, html, tag.start());
        open.push(name);
      }
      if (name.equals("style")) {
        end = html.indexOf("</style>", end);
      }
    }
    text(html, end, html.length());
    if (!open.isEmpty()) {
      fail("never closed: " + open);
    }
    return new Markup(elements);
  }

  List<Element> named(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).toList();
  }

  List<String> values(String attribute) {
    return elements.stream()
        .filter(element -> element.has(attribute))
        .map(element -> element.value(attribute))
        .toList();
  }

  private static void text(String html, int from, int to) {
    int bracket = html.substring(from, to).indexOf('<');
    if (bracket >= 0) {
      fail("not a tag: " + near(html, from + bracket));
    }
  }

  private static void close(String name, Deque<String> open, String html, int at) {
    if (open.isEmpty() || !open.pop().equals(name)) {
      fail("closes nothing that is open: " + near(html, at));
    }
  }

  private static void mayStart(String name, Deque<String> open, String html, int at) {
    if ((open.contains("p") && NOT_IN_P.contains(name))
        || (NOT_IN_ITSELF.contains(name) && open.contains(name))) {
      fail("a browser would end an element here: " + near(html, at));
    }
  }

  private static Element element(String name, String source, String html, int at) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(source);
    while (attribute.find()) {
      String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
      if (attributes.put(attribute.group(1), value == null ? "" : value) != null) {
        fail("an attribute twice: " + near(html, at));
      }
    }
    return new Element(name, attributes);
  }

  private static String near(String html, int at) {
    return html.substring(Math.max(0, at - 80), Math.min(html.length(), at + 120));
  }
}
