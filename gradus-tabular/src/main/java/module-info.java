/** From a table to a model one can keep. */
@SuppressWarnings("requires-automatic")
module dev.gradus.tabular {
  requires transitive dev.gradus.core;
  requires de.siegmar.fastcsv;
  requires tools.jackson.core;
  requires static xchart; // for charts as PNG alone; nothing else needs it at run time
  requires java.desktop;

  exports dev.gradus.tabular.chart;
  exports dev.gradus.tabular.file;
  exports dev.gradus.tabular.metric;
  exports dev.gradus.tabular.model;
  exports dev.gradus.tabular.onnx;
  exports dev.gradus.tabular.preprocess;
  exports dev.gradus.tabular.setting;
  exports dev.gradus.tabular.report;
  exports dev.gradus.tabular.sample;
  exports dev.gradus.tabular.source;
  exports dev.gradus.tabular.summary;
  exports dev.gradus.tabular.table;
}
