/** Whether packages that are loaded together fit: each has what the others were linked against. */
#ifndef HX_PACKAGE_LINKS_H
#define HX_PACKAGE_LINKS_H

#include "package_file.h"

/** Gives null, or a text that names both packages and the asset and says what to do; it holds until the next call. */
const char *package_check_links(const PackageFile *files, uint32_t count);

#endif
