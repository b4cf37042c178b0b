"""From a text to an article that can be asked: paragraphs, sentences, names in place, what descriptions stand for."""
