import { Button, Group, Text } from "@mantine/core";
import { FolderOpen, Upload } from "lucide-react";
import { useId, useRef, useState, type ReactNode } from "react";

import { filesOfDrop, filesOfInput, type Found } from "@/shared/files/dropped";
import { counted } from "@/shared/page/when";

import "./manuscript.css";

/** A place for one kind of file: dropped on it, or chosen by its buttons. */
export function FileArea({ title, about, accept, several = false, files, onFiles }: {
  title: string;
  about: ReactNode;
  accept?: string;
  several?: boolean;
  files: readonly Found[];
  onFiles: (files: readonly Found[]) => void;
}) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (found: readonly Found[]): void => {
    if (found.length > 0) onFiles(several ? found : found.slice(0, 1));
  };
  const chosen = (input: HTMLInputElement): void => {
    take(filesOfInput(input.files ?? new DataTransfer().files));
    // The same file can then be chosen again after it was taken off.
    input.value = "";
  };
  const thing = title.toLowerCase();
  return (
    <section
      className="file-area"
      aria-labelledby={id}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesOfDrop(event.dataTransfer.items).then(take);
      }}
    >
      <h2 id={id}>{title}</h2>
      <Text size="sm" c="dimmed">{about}</Text>
      <Group gap="xs">
        <Button variant="default" size="compact-sm" leftSection={<Upload size={15} aria-hidden />} onClick={() => chooser.current?.click()}>
          {`Choose the ${thing}`}
        </Button>
        {several && (
          <Button variant="default" size="compact-sm" leftSection={<FolderOpen size={15} aria-hidden />} onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        )}
        {files.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => { onFiles([]); }} aria-label={`Take off the ${thing}`}>
            Take off
          </Button>
        )}
      </Group>
      <input ref={chooser} type="file" hidden multiple={several} accept={accept} aria-label={title} onChange={(event) => { chosen(event.currentTarget); }} />
      {several && (
        <input ref={folder} type="file" hidden aria-label={`Folder of ${thing}`} {...{ webkitdirectory: "" }} onChange={(event) => { chosen(event.currentTarget); }} />
      )}
      <div role="status">
        {files.length > 1 && <Text size="sm" fw={600}>{counted(files.length, "file")}</Text>}
      </div>
      {files.length > 0 && (
        <ul className="many" tabIndex={files.length > 6 ? 0 : undefined} aria-label={`${title}: files chosen`}>
          {files.map(({ name }) => <li key={name}>{name}</li>)}
        </ul>
      )}
    </section>
  );
}
