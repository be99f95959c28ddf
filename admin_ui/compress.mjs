// Writes a brotli and a gzip form beside each file of dist that gets smaller by it; server/static_files.py sends them.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const DIST = "dist";
const COMPRESSED = /\.(br|gz)$/;
/** Fonts in WOFF2 and pictures are compressed by themselves. */
const COMPRESSIBLE = /\.(css|html|js|json|svg|ttf|txt)$/;
/** Bytes above which the highest quality of brotli takes seconds for one or two percent. */
const LARGE = 1_000_000;

const FORMS = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE ? 9 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

async function compress(path) {
  const content = await readFile(path);
  for (const [extension, form] of Object.entries(FORMS)) {
    const compressed = await form(content);
    if (compressed.length < content.length) await writeFile(`${path}.${extension}`, compressed);
  }
}

const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
await Promise.all(paths.filter((path) => COMPRESSED.test(path)).map((path) => rm(path)));
await Promise.all(paths.filter((path) => COMPRESSIBLE.test(path)).map(compress));
