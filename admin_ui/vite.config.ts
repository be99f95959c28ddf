import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

const service = process.env.COMPTOIR_PUBLIC_URL ?? "http://127.0.0.1:8000";

const SERVICE_PATHS = [
  "/graphql",
  "/graphiql",
  "/assets",
  "/demo",
  "/exports",
  "/identifiants",
  "/exploitation",
];

const build: UserConfig["build"] = {
  // Nothing is inlined, since the content security policy allows no data: URLs.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
};

/**
 * `--mode graphiql` builds the GraphiQL page and `--mode exploitation` the operators' pages, after the panel and into
 * the same folder; the builds share no file.
 */
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
            onLog: (level, log, handler) => log.code === "MODULE_LEVEL_DIRECTIVE" || handler(level, log),
          },
        }
      : mode === "exploitation"
        ? {
            ...build,
            emptyOutDir: false,
            assetsDir: "assets/exploitation",
            rolldownOptions: { input: "exploitation.html" },
          }
        : {
            ...build,
            // Which files a screen needs: tests/server/test_panel.py weighs what a visit downloads.
            manifest: true,
            // All libraries in one file: half a dozen files would be 3 KB larger, and it stays cached across releases.
            rolldownOptions: {
              output: { codeSplitting: { groups: [{ name: "vendor", test: /node_modules/ }] } },
            },
          },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    // The Host header is kept, so that the service sees a request of its own page, not of another origin.
    proxy: Object.fromEntries(SERVICE_PATHS.map((path) => [path, { target: service, changeOrigin: false }])),
  },
}));
