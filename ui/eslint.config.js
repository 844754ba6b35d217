import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["src/api/schema.d.ts"] },
  ...tseslint.configs.strict,
  hooks.configs.flat["recommended-latest"],
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
      // Mantine's popover closes at Escape together with the list that is open in it.
      "no-restricted-imports": ["error", { paths: [{ name: "@mantine/core", importNames: ["Popover"], message: "Use SmallDialog." }] }],
      // The virtual lists are not memoised by the compiler; they are fast by drawing little.
      "react-hooks/incompatible-library": "off",
    },
  },
  { files: ["src/shared/page/SmallDialog.tsx"], rules: { "no-restricted-imports": "off" } },
);
