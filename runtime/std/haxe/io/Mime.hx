package haxe.io;

/** Types of content that games meet, of those that IANA registers. Any text is a `Mime`. **/
enum abstract Mime(String) from String to String {
	var ApplicationJavascript = "application/javascript";
	var ApplicationJson = "application/json";
	var ApplicationOctetStream = "application/octet-stream";
	var ApplicationPdf = "application/pdf";
	var ApplicationXGzip = "application/x-gzip";
	var ApplicationXml = "application/xml";
	var AudioMidi = "audio/midi";
	var AudioMpeg = "audio/mpeg";
	var AudioWav = "audio/wav";
	var ImageBmp = "image/bmp";
	var ImageGif = "image/gif";
	var ImageJpeg = "image/jpeg";
	var ImagePng = "image/png";
	var ImageTiff = "image/tiff";
	var ImageWebp = "image/webp";
	var ImageXIcon = "image/x-icon";
	var TextCss = "text/css";
	var TextHtml = "text/html";
	var TextJavascript = "text/javascript";
	var TextPlain = "text/plain";
	var VideoMpeg = "video/mpeg";
	var VideoQuicktime = "video/quicktime";
}
