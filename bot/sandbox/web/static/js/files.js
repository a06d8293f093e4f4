/** Files a person gives, as the sandbox takes them. */

const LARGEST = 10 * 1024 * 1024; // bytes of one file that Discord takes
const TOO_LARGE = "Your files are too powerful. Max file size: 10 MB.";

/** Read a file; one that is too large is refused before it is read.
 * @param {File} file @returns {Promise<{name: string, type: string, data: string}>} data in base64 */
export function encoded(file) {
  if (file.size > LARGEST) return Promise.reject(new Error(TOO_LARGE));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({
      name: file.name, type: file.type, data: String(reader.result).split(",")[1] || "",
    });
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
