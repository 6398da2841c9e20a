"""Who acts: names, types, coreference, salience."""
