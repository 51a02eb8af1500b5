//! A store over the network that speaks as Amazon S3 does: Amazon's own, or one of the city's (Garage, Ceph, MinIO, …).

use std::{sync::Arc, time::Duration};

use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, path::Path, prefix::PrefixStore,
};
use url::Url;

use crate::{
    config::Config,
    error::{Error, Result},
};

/// What most stores that are not Amazon's call the place where they are.
const USUAL_REGION: &str = "us-east-1";
/// A visitor waits no longer than this for a store that does not answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the bucket is and who we are there.
#[derive(Clone)]
pub(super) struct Remote {
    bucket: String,
    prefix: String,
    region: String,
    endpoint: Option<Url>,
    access_key: String,
    secret_key: String,
}

impl Remote {
    /// Of a configuration whose files lie at `s3://bucket/prefix`.
    pub fn of(config: &Config) -> Option<Self> {
        let url = config.files_url.as_ref().filter(|url| url.scheme() == "s3")?;
        Some(Self {
            bucket: url.host_str()?.to_owned(),
            prefix: url.path().trim_matches('/').to_owned(),
            region: config.s3_region.clone().unwrap_or_else(|| USUAL_REGION.to_owned()),
            endpoint: config.s3_endpoint.clone(),
            access_key: config.s3_access_key.clone()?,
            secret_key: config.s3_secret_key.clone()?,
        })
    }

    pub fn connect(&self) -> Result<Arc<dyn ObjectStore>> {
        // TLS by ring, as everywhere here; a second time it is there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let options = ClientOptions::new().with_connect_timeout(PATIENCE).with_timeout(PATIENCE * 6);
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.bucket)
            .with_region(&self.region)
            .with_access_key_id(&self.access_key)
            .with_secret_access_key(&self.secret_key)
            .with_client_options(options)
            .with_retry(RetryConfig { backoff: BackoffConfig::default(), max_retries: 2, retry_timeout: PATIENCE });
        if let Some(endpoint) = &self.endpoint {
            let address = endpoint.as_str().trim_end_matches('/');
            // A bucket that is part of the host's name needs a name for each bucket: few stores of one's own have that.
            builder = builder
                .with_endpoint(address)
                .with_allow_http(endpoint.scheme() == "http")
                .with_virtual_hosted_style_request(false);
        }
        let store = builder.build().map_err(|error| Error::Unavailable(format!("files_url: {error}")))?;
        if self.prefix.is_empty() {
            return Ok(Arc::new(store));
        }
        Ok(Arc::new(PrefixStore::new(store, Path::from(self.prefix.as_str()))))
    }
}
