package racecard.page;

import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.Map;
import racecard.view.Frame;

/** Every template, each with a sample, by a name to look at it. */
final class Gallery {
  private static final Templates TEMPLATES = new StaticTemplates();

  private Gallery() {}

  /** How a sample is changed before it is rendered. */
  interface Change {
    <T extends Record> T of(T record);
  }

  private static final Change AS_IT_IS =
      new Change() {
        @Override
        public <T extends Record> T of(T record) {
          return record;
        }
      };

  private static final Change HOSTILE =
      new Change() {
        @Override
        public <T extends Record> T of(T record) {
          return Hostile.of(record);
        }
      };

  static Map<String, String> pages() {
    return pages(AS_IT_IS);
  }

  static Map<String, String> hostilePages() {
    return pages(HOSTILE);
  }

  private static Map<String, String> pages(Change change) {
    Map<String, JteModel> models = new LinkedHashMap<>();
    models.put("run", TEMPLATES.runShow(change.of(Samples.run(RunSamples.done()))));
    models.put("run-many", TEMPLATES.runShow(change.of(Samples.run(RunSamples.many()))));
    models.put("run-alone", TEMPLATES.runShow(change.of(Samples.run(RunSamples.alone()))));
    models.put("run-running", TEMPLATES.runShow(change.of(Samples.run(RunSamples.running()))));
    models.put("run-queued", TEMPLATES.runShow(change.of(Samples.run(RunSamples.queued()))));
    models.put("run-failed", TEMPLATES.runShow(change.of(Samples.run(RunSamples.failed()))));
    models.put("run-scaling", TEMPLATES.runShow(change.of(Samples.run(LevelSamples.scaling()))));
    models.put("run-few", TEMPLATES.runShow(change.of(Samples.run(LevelSamples.few()))));
    models.put("run-map", TEMPLATES.runShow(change.of(Samples.run(LevelSamples.map()))));
    models.put("share", TEMPLATES.runShare(change.of(Samples.share(true))));
    models.put("share-none", TEMPLATES.runShare(change.of(Samples.share(false))));
    models.put("shared", TEMPLATES.shareShow(change.of(Samples.shared())));
    models.put("file", TEMPLATES.runFile(change.of(Samples.file())));
    models.put("form", TEMPLATES.runForm(change.of(FormSamples.fresh())));
    models.put("form-refused", TEMPLATES.runForm(change.of(FormSamples.refused())));
    models.put("overview", TEMPLATES.overviewShow(change.of(ListSamples.overview())));
    models.put("overview-first", TEMPLATES.overviewShow(change.of(ListSamples.firstStart())));
    models.put("queue", TEMPLATES.queueShow(change.of(ListSamples.queue())));
    models.put("queue-paused", TEMPLATES.queueShow(change.of(ListSamples.paused())));
    models.put("history", TEMPLATES.runIndex(change.of(ListSamples.history())));
    models.put("history-nothing", TEMPLATES.runIndex(change.of(ListSamples.nothingFound())));
    models.put("history-empty", TEMPLATES.runIndex(change.of(ListSamples.noRuns())));
    models.put("rules", TEMPLATES.ruleIndex(change.of(ListSamples.rules())));
    models.put("hosts", TEMPLATES.hostIndex(change.of(Samples.hosts())));
    models.put("host", TEMPLATES.hostShow(change.of(Samples.host())));
    models.put("login", TEMPLATES.loginShow(change.of(Samples.login())));
    models.put("imports", TEMPLATES.importsShow(change.of(Samples.imports())));
    models.put("confirm", TEMPLATES.confirmShow(change.of(Samples.confirm())));
    models.put("error", TEMPLATES.errorShow(change.of(Samples.error())));
    Frame help = change.of(Samples.frame("Help"));
    models.put("method", TEMPLATES.helpMethod(help));
    models.put("glossary", TEMPLATES.helpGlossary(help));
    models.put("api", TEMPLATES.helpApi(help, "http://127.0.0.1:7070"));
    Map<String, String> pages = new LinkedHashMap<>();
    models.forEach((name, model) -> pages.put(name, model.render()));
    return pages;
  }
}
