"""The steps of the pipeline: the only place that joins stages. The CLI and the DAGs call these and nothing else."""
