/** Words on one line, with the middle left out where they are many; no character is cut in two. */
export function shortened(words: string, most = 220): string {
  const line = words.replace(/\s+/g, " ");
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 60).join("")} … ${characters.slice(-50).join("")}`;
}
