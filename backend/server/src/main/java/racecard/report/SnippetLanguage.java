package racecard.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language that programs are shown in, with where their parts lie. */
enum SnippetLanguage {
  /** Compact source files. */
  JAVA("Java", "snippets/jvm/", ".java", "// ") {
    @Override
    String urls(List<String> own) {
      return "List.of(%s)".formatted(lines(own, "\n    ", ""));
    }

    @Override
    String urls(int many, String url) {
      return "Collections.nCopies(%d, \"%s\")".formatted(many, url);
    }
  },
  /** Python 3.9 and later. */
  PYTHON("Python", "snippets/python/", ".py", "# ") {
    @Override
    String urls(List<String> own) {
      return "[%s\n]".formatted(lines(own, "\n    ", ","));
    }

    @Override
    String urls(int many, String url) {
      return "[\"%s\"] * %d  # put your own here".formatted(url, many);
    }
  },
  /** CommonJS, for Node.js 18 and later. */
  JAVASCRIPT("JavaScript", "snippets/node/", ".js", "// ") {
    @Override
    String urls(List<String> own) {
      return "[%s\n]".formatted(lines(own, "\n  ", ","));
    }

    @Override
    String urls(int many, String url) {
      return "Array(%d).fill(\"%s\")".formatted(many, url);
    }
  };

  private final String title;
  private final String folder;
  private final String ending;
  private final String comment;

  SnippetLanguage(String title, String folder, String ending, String comment) {
    this.title = title;
    this.folder = folder;
    this.ending = ending;
    this.comment = comment;
  }

  /** The language of {@code runtime}'s programs; empty where none are shown. */
  static Optional<SnippetLanguage> of(String runtime) {
    return switch (runtime.replaceFirst("-.*", "")) {
      case "jvm" -> Optional.of(JAVA);
      case "cpython", "pypy" -> Optional.of(PYTHON);
      case "node" -> Optional.of(JAVASCRIPT);
      default -> Optional.empty();
    };
  }

  String title() {
    return title;
  }

  String ending() {
    return ending;
  }

  /** A person's own addresses as a list. */
  abstract String urls(List<String> own);

  /** The same address so many times as a list. */
  abstract String urls(int many, String url);

  /** The lines as comments; nothing in them can end one. */
  String comment(String... lines) {
    return Stream.of(lines)
        .map(line -> comment + line.replaceAll("[\\p{Cntrl}\\\\]", " "))
        .collect(Collectors.joining("\n"));
  }

  /** The part {@code name}; empty when there is none. */
  Optional<String> part(String name) {
    try (InputStream part =
        SnippetLanguage.class.getClassLoader().getResourceAsStream(folder + name + ending)) {
      return part == null
          ? Optional.empty()
          : Optional.of(new String(part.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(List<String> texts, String before, String after) {
    return texts.stream()
        .map(text -> before + "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(","))
        .concat(after);
  }
}
