#include "CEmbedded.h"

static const unsigned char style[] = {
#embed "../../WebPage/style.css"
};

static const unsigned char script[] = {
#embed "../../WebPage/page.js"
};

static const unsigned char icon[] = {
#embed "../../WebPage/icon.svg"
};

static const unsigned char guide[] = {
#embed "../../Docs/query-language.md"
};

struct backfile_embedded_file backfile_webpage_style(void) {
  return (struct backfile_embedded_file){"style.css", style, sizeof(style)};
}

struct backfile_embedded_file backfile_webpage_script(void) {
  return (struct backfile_embedded_file){"page.js", script, sizeof(script)};
}

struct backfile_embedded_file backfile_webpage_icon(void) {
  return (struct backfile_embedded_file){"icon.svg", icon, sizeof(icon)};
}

struct backfile_embedded_file backfile_query_guide(void) {
  return (struct backfile_embedded_file){"query-language.md", guide, sizeof(guide)};
}
