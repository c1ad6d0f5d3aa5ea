"""What all charts are drawn with: lines, boxes, letters and an axis of days."""
