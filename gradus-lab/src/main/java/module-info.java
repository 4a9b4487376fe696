/** The local page: look inside a network while it learns. */
module dev.gradus.lab {
  requires transitive dev.gradus.tabular;
  requires de.siegmar.fastcsv;
  requires jdk.httpserver;

  exports dev.gradus.lab;
}
