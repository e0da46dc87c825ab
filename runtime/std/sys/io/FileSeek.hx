package sys.io;

/** What a position in a file is counted from. **/
enum FileSeek {
	SeekBegin;
	SeekCur;
	SeekEnd;
}
