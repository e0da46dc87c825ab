package sys;

/** What the system knows of a file or directory. **/
typedef FileStat = {
	/** The group that it belongs to. **/
	var gid:Int;

	/** The user that it belongs to. **/
	var uid:Int;

	/** When it was read last. **/
	var atime:Date;

	/** When its content changed last. **/
	var mtime:Date;

	/** When its content or its state changed last. **/
	var ctime:Date;

	/** In bytes. **/
	var size:Int;

	var dev:Int;
	var ino:Int;
	var nlink:Int;
	var rdev:Int;

	/** Its kind and who may do what with it, as POSIX has them. **/
	var mode:Int;
}
