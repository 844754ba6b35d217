import { ActionIcon, Button, Group, MultiSelect, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";

import { Changing, OnlyNow } from "@/shared/page/past";
import { Answered } from "@/shared/page/States";
import type { Themes } from "@/shared/themes/themes";
import { useThemes } from "@/shared/themes/useThemes";

import { useTopics, type Topic } from "../model/useSample";

type Deeds = ReturnType<typeof useTopics>;

/** A text of a topic that is changed where it stands: kept on leaving the field, put back by Escape. */
function Words({ label, value, hint, isNeeded, onKeep }: { label: string; value: string; hint: string; isNeeded: boolean; onKeep: (words: string) => void }) {
  return (
    <input
      // A newer wording from elsewhere replaces the field.
      key={value}
      className="topic-words"
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        if (isNeeded && typed === "") event.currentTarget.value = value;
        else if (typed !== value) onKeep(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.value = value;
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}

function Line({ topic, place, last, deeds, themes }: { topic: Topic; place: number; last: number; deeds: Deeds; themes: Themes }) {
  const depth = topic.number.split(".").length - 1;
  const line = useRef<HTMLLIElement>(null);
  const step = (by: number): void => {
    if (place + by < 1 || place + by > last) return;
    // What is typed is kept before the line goes elsewhere, and the line is stood on again where it comes to be.
    const held = document.activeElement instanceof HTMLElement && line.current?.contains(document.activeElement) === true ? document.activeElement : null;
    held?.blur();
    deeds.move.mutate({ k: topic.k, to: place + by }, { onSuccess: () => { requestAnimationFrame(() => { held?.focus(); }); } });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li ref={line} className="topic" data-depth={Math.min(depth, 2)} aria-label={`Topic ${topic.number} ${topic.name}`} onKeyDown={onKey}>
      <span className="topic-number">{topic.number}</span>
      <Changing>
        <Words label={`Name of topic ${topic.number}`} hint="What is asked about" value={topic.name} isNeeded onKeep={(name) => { deeds.edit.mutate({ k: topic.k, name }); }} />
        <Words label={`Prompt of topic ${topic.number}`} hint="How it may be put" value={topic.prompt} isNeeded={false} onKeep={(prompt) => { deeds.edit.mutate({ k: topic.k, prompt }); }} />
        <MultiSelect
          size="xs" searchable aria-label={`Themes that topic ${topic.number} feeds`} placeholder={topic.themes.length === 0 ? "feeds no theme" : ""}
          data={[...themes.choices.map((theme) => theme.k), ...topic.themes.filter((k) => !themes.choices.some((theme) => theme.k === k))].map((k) => ({ value: String(k), label: themes.label(k) }))}
          value={topic.themes.map(String)} onChange={(chosen) => { deeds.feed.mutate({ k: topic.k, themes: chosen.map(Number) }); }}
        />
      </Changing>
      <OnlyNow>
        <span className="topic-deeds">
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Move topic ${topic.number} up`} title="Up (Alt+↑)" disabled={place === 1} onClick={() => { step(-1); }}><ArrowUp size={15} aria-hidden /></ActionIcon>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Move topic ${topic.number} down`} title="Down (Alt+↓)" disabled={place === last} onClick={() => { step(1); }}><ArrowDown size={15} aria-hidden /></ActionIcon>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Remove topic ${topic.number}`} title="Remove it, with those below it and their coverage" onClick={() => { deeds.remove.mutate(topic.k); }}><X size={15} aria-hidden /></ActionIcon>
        </span>
      </OnlyNow>
    </li>
  );
}

function NewTopic({ topics, add }: { topics: readonly Topic[]; add: Deeds["add"] }) {
  const [name, setName] = useState("");
  const [under, setUnder] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const main = topics.filter((topic) => topic.parent === null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        add.mutate({ name: name.trim(), prompt: "", under: under === "" ? null : Number(under) });
        setName("");
        field.current?.focus();
      }}
    >
      <Group gap="xs" align="end" mt="sm">
        <TextInput ref={field} size="sm" w={320} label="New topic" placeholder="What is asked about" value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
        {main.length > 0 && <NativeSelect size="sm" w={240} label="Under" value={under} onChange={(event) => { setUnder(event.currentTarget.value); }} data={[{ value: "", label: "no other: a main topic" }, ...main.map((topic) => ({ value: String(topic.k), label: `${topic.number} ${topic.name}` }))]} />}
        <Button type="submit" size="sm" variant="default" disabled={name.trim() === ""}>Add the topic</Button>
      </Group>
    </form>
  );
}

/** The topics of the guide, reworded, moved and taken away where they stand, and a field for one more. */
export function TopicList({ study }: { study: string }) {
  const deeds = useTopics(study);
  const themes = useThemes(study);
  return (
    <section aria-labelledby="topics">
      <Title order={2} id="topics" mb={4}>The guide</Title>
      <Text size="sm" c="dimmed" mb="xs">Names and prompts are changed where they stand. Numbers stay with the places, so a topic that is moved takes the number of where it goes. Say which themes a topic feeds: an empty cell of the chart then tells whether its case was asked.</Text>
      <Answered query={deeds.topics} what="Reading the topics">
        {(topics) => (
          <>
            <ol className="topics" aria-label="Topics">
              {topics.map((topic) => {
                const beside = topics.filter((each) => each.parent === topic.parent);
                return <Line key={topic.k} topic={topic} place={beside.indexOf(topic) + 1} last={beside.length} deeds={deeds} themes={themes} />;
              })}
            </ol>
            <OnlyNow><NewTopic topics={topics} add={deeds.add} /></OnlyNow>
          </>
        )}
      </Answered>
    </section>
  );
}
