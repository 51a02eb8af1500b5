// An S3 store for the stories: `node server.js FOLDER` serves the bucket `initiatives` from a folder, on a free port of this
// machine, which it prints, until its input ends. s3rver keeps the objects; it does not check signatures, so this does: each
// request must be signed (AWS Signature Version 4) with the key below, as on a real store.

const { createHash, createHmac } = require("node:crypto");
const http = require("node:http");
const S3rver = require("s3rver");

const ACCESS_KEY = "S3RVER";
const SECRET_KEY = "S3RVER";

const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function isSigned(request) {
  const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, access, day, region, names, signature] = form.exec(request.headers.authorization ?? "") ?? [];
  if (access !== ACCESS_KEY || !names.split(";").includes("host")) {
    return false;
  }
  const [path, query = ""] = request.url.split("?");
  const headers = names.split(";").map((name) => `${name}:${request.headers[name].trim().replace(/ +/g, " ")}\n`);
  const canonical = [
    request.method,
    path,
    query.split("&").filter(Boolean).map((pair) => (pair.includes("=") ? pair : `${pair}=`)).sort().join("&"),
    headers.join(""),
    names,
    request.headers["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce(hmac, `AWS4${SECRET_KEY}`);
  return hmac(key, text).toString("hex") === signature;
}

function refuse(response) {
  response.writeHead(403, { "Content-Type": "application/xml" });
  response.end("<Error><Code>SignatureDoesNotMatch</Code><Message>The request is not signed with the key.</Message></Error>");
}

async function main([, , directory]) {
  const store = new S3rver({ directory, silent: true, configureBuckets: [{ name: "initiatives" }] });
  await store.configureBuckets();
  const serve = store.callback();
  const server = http.createServer((request, response) => (isSigned(request) ? serve(request, response) : refuse(response)));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
  process.stdin.resume();
  process.stdin.on("end", () => process.exit());
}

main(process.argv);
