# One image for every Airflow component and for the `dealtape` command.
FROM python:3.11-slim-bookworm

ENV AIRFLOW_HOME=/opt/airflow \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/dealtape/dags \
    DEALTAPE_HOME=/data \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PYTHONUNBUFFERED=1

WORKDIR /opt/dealtape

# Dependencies first, over an empty package: a change of code does not install them again.
COPY pyproject.toml constraints.txt README.md LICENSE ./
RUN mkdir pipeline && touch pipeline/__init__.py \
    && pip install --no-cache-dir --constraint constraints.txt --editable '.[postgres]'

COPY pipeline ./pipeline
COPY sql ./sql
COPY config ./config
COPY dags ./dags

# Named volumes take over the owner of these folders.
RUN useradd --create-home --uid 50000 dealtape \
    && mkdir -p /data /opt/airflow/logs /opt/airflow/auth \
    && chown -R dealtape /data /opt/airflow
USER dealtape

EXPOSE 8080
CMD ["dealtape", "--help"]
