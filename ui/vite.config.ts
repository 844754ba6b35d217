import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const source = new URL("./src", import.meta.url).pathname;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": source } },
  build: {
    outDir: "../src/trellis/static",
    emptyOutDir: true,
    target: "es2022",
    // Nothing is inlined: the page's security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8765", "/open": "http://127.0.0.1:8765" } },
  // One page for all files: making one for each took nine tenths of the run. The setup leaves nothing in it.
  test: { environment: "jsdom", isolate: false, globals: false, include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/shared/testing/setup.ts"] },
});
