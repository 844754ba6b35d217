import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

const PEOPLE = "/api/studies/{study}/people";

export type Member = components["schemas"]["MemberShown"];
export type Role = components["schemas"]["Role"];
export const ROLES: readonly Role[] = ["lead", "analyst", "coder", "panel member", "auditor"];

/** Everybody in the study, and how the lead adds somebody or gives another role. */
export function usePeople(study: string) {
  const query = api.useQuery("get", PEOPLE, { params: { path: { study } } });
  const refresh = () => [["get", PEOPLE], ["get", "/api/studies/{study}"]];
  const add = useWrite({
    label: "Add to the team",
    send: async (given: { name: string; role: Role }, request) => dataOf(await http.POST(PEOPLE, { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
    toldThere: true,
  });
  const setRole = useWrite({
    label: "Give another role",
    send: async ({ member, role }: { member: Member; role: Role }, request) =>
      dataOf(
        await http.PUT("/api/studies/{study}/people/{person}/role", {
          params: { path: { study, person: member.k } },
          headers: { [REQUEST_KEY]: request, ...restingOn(member.rev) },
          body: { role },
        }),
      ),
    refresh,
  });
  return { query, add, setRole };
}
