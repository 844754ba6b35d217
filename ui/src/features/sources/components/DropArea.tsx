import { Button, Group, Text } from "@mantine/core";
import { FolderOpen, Upload } from "lucide-react";
import { useRef, useState } from "react";

import { filesOfDrop, filesOfInput, type Found } from "@/shared/files/dropped";

import "./sources.css";

/** Where files and folders are dropped, or chosen. */
export function DropArea({ onFiles }: { onFiles: (files: Found[]) => void }) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (list: FileList | null): void => {
    if (list !== null && list.length > 0) onFiles(filesOfInput(list));
  };
  return (
    <div
      className="drop-area"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesOfDrop(event.dataTransfer.items).then(onFiles);
      }}
    >
      <Text fw={600}>Drop transcripts, documents or whole folders here</Text>
      <Text size="sm" c="dimmed">
        .txt .md .docx .odt .rtf .pdf .html .vtt .srt. Nothing is written before you have seen what was recognised.
      </Text>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="compact-md" leftSection={<Upload size={15} aria-hidden />} onClick={() => files.current?.click()}>
          Choose files
        </Button>
        <Button variant="default" size="compact-md" leftSection={<FolderOpen size={15} aria-hidden />} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </Group>
      <input ref={files} type="file" multiple hidden aria-label="Files to bring in" onChange={(event) => { chosen(event.currentTarget.files); }} />
      <input ref={folder} type="file" hidden aria-label="Folder to bring in" {...{ webkitdirectory: "" }} onChange={(event) => { chosen(event.currentTarget.files); }} />
    </div>
  );
}
