/**
 * Colours of main themes. A theme's colour is a hue; light and dark schemes give it their own lightness, so
 * that text keeps its contrast (styles in shared/colour/hue.css). Colour never stands alone: a name or a
 * number is always beside it.
 */

/** Twelve hues (degrees in OKLCH), neighbours far apart, so that themes 1, 2, 3 … differ also for colour-blind eyes. */
const HUES = [165, 280, 55, 230, 5, 110, 320, 195, 80, 255, 30, 345] as const;

/** The hue of a main theme by its place in the framework, from 0. */
export function hueOf(place: number): number {
  const count = HUES.length;
  return HUES[((place % count) + count) % count] as number;
}

/** The hue of a theme by its printed number: "2.3" has that of theme 2. Codes not yet placed are grey: null. */
export function hueOfNumber(number: string | null | undefined): number | null {
  const main = Number.parseInt(number ?? "", 10);
  return Number.isNaN(main) ? null : hueOf(main - 1);
}

/** The style that hands a hue to the classes of hue.css. */
export function hueStyle(hue: number | null): React.CSSProperties {
  return hue === null ? ({ "--hue-chroma": 0, "--hue": 0 } as React.CSSProperties) : ({ "--hue": hue } as React.CSSProperties);
}
