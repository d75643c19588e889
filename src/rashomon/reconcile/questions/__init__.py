"""Which claims answer one question: measure, group and scope, and what stands beside the event's figure."""
