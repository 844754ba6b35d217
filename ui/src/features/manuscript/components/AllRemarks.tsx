import { Text } from "@mantine/core";

import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { counted } from "@/shared/page/when";

import { LEVELS, narrowed, type Remark } from "../model/review";
import { RemarkLine } from "./RemarkLine";

function facetsOf(remarks: readonly Remark[]): Facet[] {
  const groups = [...new Set(remarks.map(({ group }) => group))];
  return [
    { name: "level", label: "Level", choices: LEVELS.map((level) => ({ value: level, label: level, count: narrowed(remarks, [level], []).length })) },
    { name: "about", label: "About", choices: groups.map((group) => ({ value: group, label: group, count: narrowed(remarks, [], [group]).length })) },
  ];
}

/** Every remark, narrowed by what stands in the address. */
export function AllRemarks({ remarks }: { remarks: readonly Remark[] }) {
  const filters = useFilters();
  const shown = narrowed(remarks, filters.values("level"), filters.values("about"));
  return (
    <>
      <FilterChips facets={facetsOf(remarks)} />
      <Text size="sm" c="dimmed" role="status" my="xs">
        {counted(shown.length, "remark")}
      </Text>
      {shown.length > 0 && (
        <ul className="remark-list">
          {shown.map((remark) => <RemarkLine key={`${remark.key} ${remark.said}`} said={remark.said} level={remark.level} remarks={[remark]} />)}
        </ul>
      )}
    </>
  );
}
