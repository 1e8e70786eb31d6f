"""Articles in; statements and passages out. Nothing here knows Discord or a model that writes."""
