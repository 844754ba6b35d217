/** Files out of what was dropped or chosen: folders are walked, what a system leaves behind is passed over. */

export interface Found {
  /** With its folders, as "site 1/interview 3.docx". */
  name: string;
  file: File;
}

const LEFT_BEHIND = /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)/;

export function isWanted(name: string): boolean {
  return !LEFT_BEHIND.test(name);
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, failed) => { entry.file(done, failed); });
}

/** A folder hands out its entries in pieces, until one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((done, failed) => { reader.readEntries(done, failed); });
    if (piece.length === 0) return found;
    found.push(...piece);
  }
}

async function walk(entry: FileSystemEntry, path: string): Promise<Found[]> {
  const name = path === "" ? entry.name : `${path}/${entry.name}`;
  if (entry.isFile) return [{ name, file: await fileOf(entry as FileSystemFileEntry) }];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map((each) => walk(each, name)))).flat();
}

/** The files of a drop, in order of their names. Where no folders can be asked for, just the files. */
export async function filesOfDrop(items: DataTransferItemList): Promise<Found[]> {
  // Both are asked for at once: after the drop has been handled the items are empty.
  const given = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    given.map(({ entry, file }) => {
      if (entry !== null) return walk(entry, "");
      return file === null ? [] : [{ name: file.name, file }];
    }),
  );
  return inOrder(found.flat());
}

/** The files of an input, which may hold a whole folder. */
export function filesOfInput(files: FileList): Found[] {
  return inOrder([...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

function inOrder(found: readonly Found[]): Found[] {
  return found.filter(({ name }) => isWanted(name)).sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
}
