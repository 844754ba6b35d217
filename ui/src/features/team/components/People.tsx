import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";

import { usePast } from "@/api/past";
import { Answered, Refused } from "@/shared/page/States";

import { ROLES, usePeople, type Member, type Role } from "../model/usePeople";

/** Who works in the study and what they may do. The lead adds people and gives roles. */
export function People({ study }: { study: string }) {
  const { query, setRole } = usePeople(study);
  const past = usePast(study);
  return (
    <section aria-label="People" className="people">
      <h2>People</h2>
      <Answered query={query} what="Reading who is in the study">
        {(people) => {
          const leads = past === null && people.some((one) => one.me && one.role === "lead");
          return (
            <>
              <table className="quiet-table">
                <thead>
                  <tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">May</th></tr>
                </thead>
                <tbody>
                  {people.map((one) => (
                    <tr key={one.k}>
                      <th scope="row">{one.name}{one.me && " (you)"}</th>
                      <td>
                        {leads ? <OneRole member={one} onGive={(role) => { setRole.mutate({ member: one, role }); }} /> : one.role}
                      </td>
                      <td>{one.may}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {leads && <NewPerson study={study} />}
              {!leads && past === null && <p className="quiet">Roles are the lead’s to give.</p>}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function OneRole({ member, onGive }: { member: Member; onGive: (role: Role) => void }) {
  return (
    <NativeSelect
      size="xs"
      aria-label={`Role of ${member.name}`}
      value={member.role}
      data={[...ROLES]}
      onChange={(event) => { onGive(event.currentTarget.value as Role); }}
    />
  );
}

function NewPerson({ study }: { study: string }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("analyst");
  const { add } = usePeople(study);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ name, role }, { onSuccess: () => { setName(""); } });
      }}
    >
      <Group gap="xs" align="flex-end" mt="sm">
        <TextInput size="xs" label="Somebody new" placeholder="Their name, as they will give it" value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
        <NativeSelect size="xs" label="Role" value={role} data={[...ROLES]} onChange={(event) => { setRole(event.currentTarget.value as Role); }} />
        <Button size="xs" variant="default" type="submit" disabled={name.trim() === ""} loading={add.isPending}>Add to the team</Button>
      </Group>
      {add.error !== null && <Refused error={add.error} />}
    </form>
  );
}
