/** The local page: look inside a network while it learns. */
module dev.gradus.lab {
  requires transitive dev.gradus.tabular;
  requires jdk.httpserver;

  exports dev.gradus.lab;
}
