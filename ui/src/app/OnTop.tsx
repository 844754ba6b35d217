/**
 * Where Mantine puts what opens on top of the page: lists, menus, dialogs, hints; what opens in a dialog is put into it (DialogBody). A landmark with a name, so that whoever hears the
 * page can find what is in it; while it is empty it is none (app.css). Mantine knows it by its attribute.
 */
export function OnTop() {
  return <div className="on-top" role="region" aria-label="Opened on top of the page" data-mantine-shared-portal-node="true" />;
}
