"""What Dateline knows, as data: event types, triggers, actors, claimants, places' words, weights."""
