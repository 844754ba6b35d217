import { Button, Group, Modal, TextInput } from "@mantine/core";
import { FileAudio, Folder, FolderUp } from "lucide-react";
import { useState } from "react";

import { api } from "@/api/client";
import { Problem } from "@/api/problem";
import { Answered, Refused } from "@/shared/page/States";

import type { Recordings } from "../hooks/useRecording";

const REMEMBERED = "reader.recordings.folder";

/** Chooses a recording from the folders of this computer, or by its path. A wrong file is told by its content. */
export function LinkRecording({ study, recordings, onClose }: { study: string; recordings: Recordings; onClose: () => void }) {
  const [folder, setFolder] = useState<string | null>(() => sessionStorage.getItem(REMEMBERED));
  const [path, setPath] = useState("");
  const { link, recording } = recordings;
  const listed = api.useQuery("get", "/api/studies/{study}/recordings/folder", { params: { path: { study }, query: folder === null ? {} : { folder } } }, { meta: { live: false }, retry: false });
  const go = (to: string): void => {
    setFolder(to);
    sessionStorage.setItem(REMEMBERED, to);
  };
  const take = (file: string, another: boolean): void => { link.mutate({ file, another }, { onSuccess: onClose }); };
  const isOther = link.error instanceof Problem && link.error.slug === "invalid" && recording !== null;
  return (
    <Modal opened onClose={onClose} title="Link a recording" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <form
        className="link-recording"
        onSubmit={(event) => {
          event.preventDefault();
          take(path.trim(), false);
        }}
      >
        <p>The recording stays where it lies. It is read once, so that a wrong file is told later on.</p>
        <TextInput label="Path of the file" description="As the file manager copies it, or chosen below." value={path} onChange={(event) => { setPath(event.currentTarget.value.replace(/^"(.*)"$/, "$1")); }} data-autofocus />
        <Answered query={listed} what="Reading the folder">
          {(found) => (
            <div className="folder" role="group" aria-label={`Folder ${found.path}`}>
              <b>{found.path}</b>
              <ul>
                {found.above !== null && <li><button type="button" onClick={() => { go(found.above ?? "/"); }}><FolderUp size={16} aria-hidden /> The folder above</button></li>}
                {found.folders.map((name) => <li key={name}><button type="button" onClick={() => { go(joined(found.path, name)); }}><Folder size={16} aria-hidden /> {name}</button></li>)}
                {found.files.map((name) => <li key={`file ${name}`}><button type="button" aria-pressed={path === joined(found.path, name)} onClick={() => { setPath(joined(found.path, name)); }}><FileAudio size={16} aria-hidden /> {name}</button></li>)}
              </ul>
              {found.files.length === 0 && <p>No recording lies in this folder.</p>}
            </div>
          )}
        </Answered>
        {link.error !== null && <Refused error={link.error} title="This file was not linked" />}
        <Group gap="xs" justify="flex-end">
          {isOther && <Button variant="default" loading={link.isPending} onClick={() => { take(path.trim(), true); }}>Another recording is meant</Button>}
          <Button variant="default" onClick={onClose}>Leave</Button>
          <Button type="submit" disabled={path.trim() === ""} loading={link.isPending}>Link</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** A name in a folder; the path itself says how folders are parted on this computer. */
function joined(folder: string, name: string): string {
  const part = folder.includes("\\") && !folder.startsWith("/") ? "\\" : "/";
  return folder.endsWith(part) ? folder + name : folder + part + name;
}
