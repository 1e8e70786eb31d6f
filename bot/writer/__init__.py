"""Writer: where a model is configured, an answer in prose of which every sentence is proven.

``prompts`` reads the words given to a model; ``brief`` puts the articles into them; ``model`` is
the door to LlamaIndex and to the model's server; ``drafting`` proves a draft sentence by sentence
as it comes; ``rounds`` asks, and asks once more; ``written`` makes an answer of what was proven;
``meter`` counts the day's questions; ``writing`` does all of it within a time limit.
"""
