import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

const service = process.env.COMPTOIR_PUBLIC_URL ?? "http://127.0.0.1:8000";

const OF_THE_SERVICE = ["/graphql", "/graphiql", "/assets", "/demo", "/exports", "/identifiants"];

const build: UserConfig["build"] = {
  // Nothing inlined: the content security policy allows no data: address.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
};

/** `--mode graphiql` builds that page, after the panel and beside it: the two share no file. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ["fr-FR", "en-US"] }), enforce: "pre" }],
  build:
    mode === "graphiql"
      ? {
          ...build,
          emptyOutDir: false,
          assetsDir: "assets/graphiql",
          chunkSizeWarningLimit: 5_000,
          rolldownOptions: {
            input: "graphiql.html",
            onLog: (level, log, told) => log.code === "MODULE_LEVEL_DIRECTIVE" || told(level, log),
          },
        }
      : {
          ...build,
          // Libraries in one file: half a dozen smaller ones would be 3 KB more, and it outlasts a release.
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: "vendor", test: /node_modules/ }] } },
          },
        },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    // The host is told as it is, so that the service sees its own page asking, and not another origin's.
    proxy: Object.fromEntries(OF_THE_SERVICE.map((path) => [path, { target: service, changeOrigin: false }])),
  },
}));
