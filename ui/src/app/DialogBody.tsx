import { MantineThemeProvider, type MantineThemeOverride } from "@mantine/core";
import { useMemo, useState, type CSSProperties, type ReactNode } from "react";

/** Where what opens over the page is put; `OnTop` is that place. */
export const ON_TOP = "[data-mantine-shared-portal-node]";

/**
 * What is in a dialog, scrolling if it is long, and a place beside it for what opens there: lists, menus, hints. Whoever hears the
 * page is kept inside the dialog while it is open, so what opens in it has to be inside as well; and beside what scrolls, so that
 * nothing of it is cut off. Mantine gives the greatest height as a style.
 */
export function DialogBody({ style, children }: { style?: CSSProperties; children?: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const inside = useMemo(() => openingIn(place), [place]);
  return (
    <>
      <div className="dialog-body" style={style}>{place !== null && <MantineThemeProvider theme={inside}>{children}</MantineThemeProvider>}</div>
      <div ref={setPlace} />
    </>
  );
}

/** The theme within which Mantine's portals lead to a place. */
function openingIn(place: HTMLElement | null): MantineThemeOverride {
  // A function, since themes are merged to their depths, and an element is none of them.
  return { components: { Portal: { defaultProps: () => ({ target: place }) } } };
}
