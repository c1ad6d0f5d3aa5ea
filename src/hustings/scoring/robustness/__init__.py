"""How far the band depends on the rubric's judgements: its weights, values and parameters."""
