import { Autocomplete, Combobox, createTheme, Menu, Modal, MultiSelect, Select, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

import { DialogBody, ON_TOP } from "./DialogBody";

const leaf: MantineColorsTuple = [
  "#eaf6f0",
  "#d6ebe1",
  "#aed6c3",
  "#82c0a3",
  "#5dac88",
  "#45a077",
  "#2f8a64",
  "#226f50",
  "#1d5c4d",
  "#12463a",
];

const NOTHING = "Nothing to choose from";

export const theme = createTheme({
  primaryColor: "leaf",
  // One shade for both schemes: Mantine chooses the text on a filled button by the light one.
  primaryShade: 7,
  colors: { leaf },
  autoContrast: true,
  defaultRadius: "sm",
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif',
  headings: { fontWeight: "620", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.15rem" }, h3: { fontSize: "1rem" } } },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The placeholder is no entry of a menu, yet takes its focus first. Without it the first entry does.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: "lg" } }),
    MenuDivider: Menu.Divider.extend({ defaultProps: { role: "separator" } }),
    // What scrolls is inside a dialog, so that what opens in it may stand out over its edge. A dialog itself stands on top of the page,
    // also one that is opened from within another.
    Modal: Modal.extend({
      defaultProps: { scrollAreaComponent: DialogBody, portalProps: { target: ON_TOP } },
      styles: { title: { fontSize: "1.05rem", fontWeight: 620 }, content: { overflow: "visible" } },
    }),
    // A list that is empty says so: its field would say that it is open, and nothing would be seen.
    // What scrolls is the list that its field names, which the field's arrows move; nothing in it is for the tabulator.
    Select: Select.extend({ defaultProps: { withScrollArea: false, nothingFoundMessage: NOTHING } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { withScrollArea: false, nothingFoundMessage: NOTHING } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { withScrollArea: false } }),
    ComboboxOptions: Combobox.Options.extend({ defaultProps: { tabIndex: -1 } }),
    // A list owns nothing but options; that none fits is said by one that cannot be chosen.
    ComboboxEmpty: Combobox.Empty.extend({ defaultProps: { role: "option", "aria-selected": false, "aria-disabled": true } }),
  },
});

/** Mantine's dimmed text is too faint for WCAG AA in both schemes; these are not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#565e66",
    "--mantine-color-placeholder": "#6b737b",
    "--mantine-color-error": "#c02929",
    "--t-accent": "#226f50",
    "--t-surface": "#ffffff",
    "--t-rail": "#f4f6f4",
    "--t-line": "#d9dedb",
    "--t-line-strong": "#b9c2bd",
    "--t-selected": "#dcefe6",
    "--t-warn-wash": "#fdf3d8",
    "--t-warn-text": "#6b4e00",
  },
  dark: {
    "--mantine-color-dimmed": "#adb5bd",
    "--mantine-color-placeholder": "#9aa2aa",
    "--mantine-color-error": "#ff9d9d",
    "--mantine-color-body": "#17191a",
    "--t-accent": "#5dac88",
    "--t-surface": "#1c1f20",
    "--t-rail": "#121414",
    "--t-line": "#33393a",
    "--t-line-strong": "#525a5b",
    "--t-selected": "#1e3b32",
    "--t-warn-wash": "#3d3314",
    "--t-warn-text": "#f3dc9a",
  },
});
