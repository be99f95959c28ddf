import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const service = process.env.COMPTOIR_PUBLIC_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ["fr-FR", "en-US"] }), enforce: "pre" }],
  build: {
    // Nothing inlined: the content security policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ["/graphql", "/demo", "/exports", "/identifiants"].map((path) => [path, service]),
    ),
  },
});
