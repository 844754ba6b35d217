import { Button, Group, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useMemo, useState, type FormEvent } from "react";
import { useSearchParams } from "react-router";

import { api } from "@/api/client";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered, Refused } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { useThemes } from "@/shared/themes/useThemes";

import { Hits } from "./components/Hits";
import { nameInAddress, narrowed } from "./model/address";

const A_PAGE = 100;

/** Words in context over all sources; what is found can be opened, and can wait as suggestions under a theme. */
export default function SearchScreen() {
  const study = useStudy();
  const filters = useFilters();
  const q = filters.value("q");
  return (
    <Page title="Search" wide>
      <Asking key={q} q={q} onAsk={(words) => { filters.set("q", words); }} />
      <Facets study={study} />
      {q === "" ? <Help /> : <Found study={study} q={q} />}
    </Page>
  );
}

function Asking({ q, onAsk }: { q: string; onAsk: (words: string) => void }) {
  const [words, setWords] = useState(q);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(words.trim());
  };
  return (
    <form role="search" onSubmit={ask}>
      <Group gap="xs" mb="sm" wrap="nowrap" maw="46rem">
        <TextInput
          aria-label="Search for"
          placeholder="Words, “a phrase”, walk*, car AND park"
          leftSection={<Search size={16} aria-hidden />}
          style={{ flex: 1 }}
          value={words}
          autoFocus
          onChange={(event) => { setWords(event.currentTarget.value); }}
          onKeyDown={(event) => {
            const first = event.key === "ArrowDown" ? document.querySelector<HTMLElement>("[data-hit]") : null;
            if (first === null) return;
            event.preventDefault();
            first.focus();
          }}
        />
        <Button type="submit">Search</Button>
      </Group>
    </form>
  );
}

function Facets({ study }: { study: string }) {
  const facets = api.useQuery("get", "/api/studies/{study}/search/facets", { params: { path: { study } } });
  const themes = useThemes(study);
  const data = facets.data;
  if (data === undefined) return null;
  const named = (name: string, label: string, list: readonly { k: number; name: string }[]): Facet => ({ name, label, choices: list.map((each) => ({ value: String(each.k), label: each.name })) });
  const words = (name: string, label: string, list: readonly string[]): Facet => ({ name, label, choices: list.map((value) => ({ value, label: value })) });
  const all: Facet[] = [
    named("source", "Source", data.sources),
    named("case", "Case", data.cases),
    words("speaker", "Speaker", data.speakers),
    words("kind", "Kind", data.kinds),
    words("wave", "Wave", data.waves),
    { name: "theme", label: "Indexed under", choices: themes.choices.map((theme) => ({ value: String(theme.k), label: themes.label(theme.k) })) },
    ...data.attributes.map((attribute) => words(nameInAddress(attribute.name), attribute.name, attribute.values)),
  ];
  return <FilterChips facets={all.filter((facet) => facet.choices.length > 1)} />;
}

function Found({ study, q }: { study: string; q: string }) {
  const [params] = useSearchParams();
  const given = useMemo(() => narrowed(params), [params]);
  const query = { ...given, q, limit: A_PAGE };
  const count = api.useQuery("get", "/api/studies/{study}/search/count", { params: { path: { study }, query: { ...given, q } } });
  const found = api.useInfiniteQuery("get", "/api/studies/{study}/search", { params: { path: { study }, query } }, {
    pageParamName: "after",
    initialPageParam: null,
    getNextPageParam: (page: { next?: string | null }) => page.next ?? null,
  });
  const hits = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  if (found.error !== null) return <Refused error={found.error} title="This search cannot be read" />;
  return (
    <Answered query={found} what="Searching">
      {() => (
        <Hits
          study={study}
          q={q}
          narrowed={given}
          hits={hits}
          total={count.data ?? null}
          hasMore={found.hasNextPage}
          isLoading={found.isFetchingNextPage}
          onMore={() => { void found.fetchNextPage(); }}
        />
      )}
    </Answered>
  );
}

function Help() {
  return (
    <dl className="search-help">
      <dt>car park</dt><dd>both words in one turn</dd>
      <dt>"car park"</dt><dd>the phrase</dd>
      <dt>walk*</dt><dd>words that begin so</dd>
      <dt>car OR bus, car NOT park</dt><dd>either; one without the other</dd>
      <dt>NEAR(car walk, 6)</dt><dd>not more than six words apart</dd>
      <dt>/colou?r/</dt><dd>a regular expression</dd>
    </dl>
  );
}
