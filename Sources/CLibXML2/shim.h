#ifndef BACKFILE_CLIBXML2_SHIM_H
#define BACKFILE_CLIBXML2_SHIM_H

#include <libxml/parser.h>

/// A push parser that reports elements and text and nothing else.
///
/// No handler declares or looks up entities, so none exists but the five of XML itself; nothing is
/// loaded from files or the network; broken documents are read as far as they make sense.
static inline xmlParserCtxtPtr backfile_xml_parser(
    xmlSAXHandlerPtr handler, void *user_data) {
  handler->initialized = XML_SAX2_MAGIC;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(handler, user_data, NULL, 0, NULL);
  if (parser != NULL) {
    xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                  XML_PARSE_NOWARNING | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  }
  return parser;
}

/// Frees a parser; the document is nil, as no handler has built one.
static inline void backfile_xml_free(xmlParserCtxtPtr parser) {
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
}

#endif
