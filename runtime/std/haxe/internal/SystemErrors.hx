package haxe.internal;

/** What the errors of POSIX mean. **/
class SystemErrors {
	/** The name itself where it is a rare one. **/
	public static function textOf(name:String):String {
		return switch (name) {
			case "EACCES": "permission denied";
			case "EBADF": "the file is closed";
			case "EBUSY": "in use";
			case "EEXIST": "exists already";
			case "EINVAL": "invalid argument";
			case "EISDIR": "is a directory";
			case "EMFILE": "too many open files";
			case "ENOENT": "no such file or directory";
			case "ENOSPC": "no space left";
			case "ENOTDIR": "not a directory";
			case "ENOTEMPTY": "the directory is not empty";
			case "EPERM": "not permitted";
			case "EROFS": "the file system cannot be written to";
			case "EXDEV": "on another file system";
			default: name;
		}
	}
}
