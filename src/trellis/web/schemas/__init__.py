"""What goes over the wire; pydantic lives here and nowhere below."""
