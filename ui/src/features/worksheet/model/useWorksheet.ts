import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { grouped, without } from "./sheet";
import type { Category, Element, Sheet } from "./types";

/** The worksheet of a column, and what is done with it. */
export function useWorksheet(study: string, theme: number) {
  const cache = useQueryClient();
  const init = { params: { path: { study, theme } } };
  const query = api.useQuery("get", "/api/studies/{study}/worksheets/{theme}", init);
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/worksheets/{theme}", init);
  const list = api.queryOptions("get", "/api/studies/{study}/worksheets", { params: { path: { study } } }).queryKey;
  const ahead = (change: (sheet: Sheet) => Sheet): (() => void) => {
    void cache.cancelQueries({ queryKey });
    const before = cache.getQueryData<Sheet>(queryKey);
    cache.setQueryData<Sheet>(queryKey, (known) => known && change(known));
    return () => { cache.setQueryData(queryKey, before); };
  };
  const refresh = () => [queryKey, list];
  const at = { params: { path: { study } } };
  const marked = (request: string) => ({ [REQUEST_KEY]: request });

  const draw = useWrite({
    label: "Draw an element",
    send: async (given: { text: string; statements: readonly number[] }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/{theme}/elements", { ...init, headers: marked(request), body: { text: given.text, statements: [...given.statements] } })),
    refresh,
  });
  const link = useWrite({
    label: "Link an element",
    send: async ({ element, statements }: { element: number; statements: readonly number[] }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/elements/{element}/link", { params: { path: { study, element } }, headers: marked(request), body: { statements: [...statements] } })),
    refresh,
  });
  const unlink = useWrite({
    label: "Unlink an element",
    send: async ({ element, statement }: { element: number; statement: number }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/elements/{element}/unlink", { params: { path: { study, element } }, headers: marked(request), body: { statements: [statement] } })),
    refresh,
  });
  const order = useWrite({
    label: "Put elements in order",
    send: async ({ element, to }: { element: number; to: number }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/elements/{element}/order", { params: { path: { study, element } }, headers: marked(request), body: { to } })),
    refresh,
  });
  const reword = useWrite({
    label: "Reword an element",
    send: async ({ element, text }: { element: Element; text: string }, request) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/worksheets/{theme}/elements/{element}", {
          params: { path: { study, theme, element: element.k } },
          headers: { ...marked(request), ...restingOn(element.rev) },
          body: { text },
        }),
      ),
    optimistic: ({ element, text }) => ahead((sheet) => ({ ...sheet, elements: sheet.elements.map((each) => (each.k === element.k ? { ...each, text } : each)) })),
    refresh,
  });
  const group = useWrite({
    label: "Group elements",
    send: async ({ keys, category }: { keys: readonly number[]; category: number | null }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/elements/group", { ...at, headers: marked(request), body: { elements: [...keys], category } })),
    optimistic: ({ keys, category }) => ahead((sheet) => grouped(sheet, keys, category)),
    refresh,
  });
  const join = useWrite({
    label: "Join elements",
    send: async (keys: readonly number[], request) => dataOf(await http.POST("/api/studies/{study}/worksheets/elements/join", { ...at, headers: marked(request), body: { elements: [...keys] } })),
    refresh,
    onDone: () => { tell("They are one now, drawn from all that they were. Ctrl-Z takes it back."); },
  });
  const confirm = useWrite({
    label: "Still right",
    send: async (keys: readonly number[], request) => dataOf(await http.POST("/api/studies/{study}/worksheets/elements/confirm", { ...at, headers: marked(request), body: { elements: [...keys] } })),
    optimistic: (keys) => ahead((sheet) => ({ ...sheet, elements: sheet.elements.map((each) => (keys.includes(each.k) ? { ...each, unsettled: [] } : each)) })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove elements",
    send: async (keys: readonly number[], request) => dataOf(await http.POST("/api/studies/{study}/worksheets/elements/remove", { ...at, headers: marked(request), body: { elements: [...keys] } })),
    optimistic: (keys) => ahead((sheet) => without(sheet, keys)),
    refresh,
    onDone: () => { tell("Removed; the statements stay. Ctrl-Z brings it back."); },
  });
  const addCategory = useWrite({
    label: "New category",
    send: async ({ name, keys }: { name: string; keys: readonly number[] }, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/{theme}/categories", { ...init, headers: marked(request), body: { name, definition: "", kind: "", elements: [...keys] } })),
    refresh,
  });
  const editCategory = useWrite({
    label: "Change a category",
    send: async ({ category, edit }: { category: Category; edit: { name?: string; definition?: string; kind?: string } }, request) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/worksheets/{theme}/categories/{category}", {
          params: { path: { study, theme, category: category.k } },
          headers: { ...marked(request), ...restingOn(category.rev) },
          body: edit,
        }),
      ),
    optimistic: ({ category, edit }) => ahead((sheet) => ({ ...sheet, categories: sheet.categories.map((each) => (each.k === category.k ? { ...each, ...edit } : each)) })),
    refresh,
  });
  const removeCategory = useWrite({
    label: "Remove a category",
    send: async (category: number, request) =>
      dataOf(await http.POST("/api/studies/{study}/worksheets/{theme}/categories/{category}/remove", { params: { path: { study, theme, category } }, headers: marked(request) })),
    optimistic: (category) =>
      ahead((sheet) => {
        const own = sheet.elements.filter((element) => element.category === category).map((element) => element.k);
        return { ...grouped(sheet, own, null), categories: sheet.categories.filter((each) => each.k !== category) };
      }),
    refresh,
    onDone: () => { tell("Its elements are in no category now. Ctrl-Z brings it back."); },
  });
  return { query, draw, link, unlink, order, reword, group, join, confirm, remove, addCategory, editCategory, removeCategory };
}

export type Working = ReturnType<typeof useWorksheet>;
